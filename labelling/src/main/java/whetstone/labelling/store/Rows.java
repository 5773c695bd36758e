package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How columns become values; nonsense becomes an IllegalArgumentException. */
final class Rows {
    private Rows() {}

    static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        try {
            return Instant.parse(text);
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("'" + text + "' is no date and time", broken);
        }
    }

    static int count(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        if (value < 0) {
            throw new IllegalArgumentException("its " + column + " is " + value);
        }
        return value;
    }

    static OptionalDouble optionalDouble(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** SQLite keeps NaN as NULL. */
    static double number(ResultSet row, String column) throws SQLException {
        return optionalDouble(row, column).orElse(Double.NaN);
    }
}

package whetstone.labelling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import whetstone.labelling.calibration.Calibration;

/** The table {@code calibrations}. */
final class CalibrationTable {
    private CalibrationTable() {}

    static Calibration insert(Handle handle, Calibration calibration) {
        return calibration.withId(handle.createUpdate("""
                        INSERT INTO calibrations (expert, device, speed, lag_seconds, lag_spread_seconds, gain, bias, peak, at)
                        VALUES (:expert, :device, :speed, :lag, :lagSpread, :gain, :bias, :peak, :at)""")
                .bind("expert", calibration.expert()).bind("device", calibration.device()).bind("speed", calibration.speed())
                .bind("lag", calibration.lagSeconds()).bind("lagSpread", calibration.lagSpreadSeconds())
                .bind("gain", calibration.gain()).bind("bias", calibration.bias()).bind("peak", calibration.peak())
                .bind("at", calibration.at().toString()).executeAndReturnGeneratedKeys().mapTo(Long.class).one());
    }

    /** Oldest first. */
    static List<Calibration> all(Handle handle, Faults faults) {
        return handle.createQuery("SELECT * FROM calibrations ORDER BY id").map((row, _) -> calibration(row, faults)).list();
    }

    private static Calibration calibration(ResultSet row, Faults faults) throws SQLException {
        long id = row.getLong("id");
        try {
            return new Calibration(id, row.getString("expert"), row.getString("device"), row.getDouble("speed"),
                    row.getDouble("lag_seconds"), row.getDouble("lag_spread_seconds"), row.getDouble("gain"), row.getDouble("bias"),
                    row.getDouble("peak"), Rows.instant(row, "at"));
        } catch (IllegalArgumentException nonsense) {
            throw faults.nonsense("a calibration (" + id + ")", nonsense);
        }
    }
}

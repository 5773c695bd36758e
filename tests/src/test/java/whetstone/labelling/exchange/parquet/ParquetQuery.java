package whetstone.labelling.exchange.parquet;

import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks DuckDB, which is no part of the program, what is in Parquet files. */
public final class ParquetQuery {
    private ParquetQuery() {}

    /** The first column of the answer; a blob as its bytes. */
    public static List<Object> ask(String question) {
        List<Object> answers = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duckdb.createStatement();
             ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                Object answer = rows.getObject(1);
                answers.add(answer instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : answer);
            }
        } catch (SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
        return answers;
    }

    /** Runs a statement: DuckDB writes files, too. */
    public static void run(String statement) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:"); Statement running = duckdb.createStatement()) {
            running.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

package whetstone.labelling.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.FuzzAttempts;

/** Reads what DuckDB wrote, whole and damaged. */
class TableReaderTest {
    @TempDir Path folder;

    @Test
    void everyCompressionAndEncodingIsRead() throws IOException {
        for (Path file : TableFuzz.good(folder)) {
            try (TableReader table = TableReader.open(file)) {
                List<String> texts = new ArrayList<>();
                table.rows(table.columns(), 0).forEachRemaining(row -> texts.add(row.text("t").orElse("") + row.numbers("list").orElseThrow()[0]));
                assertThat(texts).as(file.toString()).hasSize(60).endsWith("text 5959.0");
            }
        }
    }

    @Test
    void rowsAreFoundByTheirNumberBehindRowGroups() throws IOException {
        Path file = TableFuzz.good(folder).get(4);
        try (TableReader table = TableReader.open(file)) {
            assertThat(table.rows(List.of("i"), 47).next().integer("i")).hasValue(47);
        }
    }

    @Test
    void aFooterThatListsMoreThanItHoldsIsRefusedBeforeMemoryIsReserved() throws IOException {
        // A list of 2^31 - 1 structures, in Thrift's compact protocol, where the schema belongs.
        byte[] bytes = {'P', 'A', 'R', '1', 0x15, 2, 0x19, (byte) 0xfc, -1, -1, -1, -1, 7, 0, 0, 10, 0, 0, 0, 'P', 'A', 'R', '1'};
        Path file = Files.write(folder.resolve("bomb.parquet"), bytes);
        assertThatThrownBy(() -> TableReader.open(file)).isInstanceOf(DatasetException.class).hasMessageContaining("can't be read as a Parquet");
    }

    @Test
    void mutationsAreReadOrRefusedWithASentence() throws IOException {
        FuzzAttempts.Result result = TableFuzz.run(TableFuzz.good(folder), 1, 400);
        assertThat(result.refused()).isBetween(50, 399);
    }
}

package whetstone.labelling.exchange.lerobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whetstone.labelling.exchange.parquet.Column;
import whetstone.labelling.exchange.parquet.HuggingFaceFeatures;
import whetstone.labelling.exchange.parquet.TableWriter;

/** The columns of the tables of frames. */
record DataColumns(List<Feature> features) {
    TableWriter create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        List<Column> columns = features.stream().map(Feature::column).toList();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        features.forEach(feature -> feature.listLength().ifPresent(length -> lengths.put(feature.name(), length)));
        return TableWriter.create(file, columns, HuggingFaceFeatures.footer(columns, lengths), TableWriter.Compression.SNAPPY);
    }
}

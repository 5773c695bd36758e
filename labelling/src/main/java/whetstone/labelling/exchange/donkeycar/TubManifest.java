package whetstone.labelling.exchange.donkeycar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whetstone.labelling.DatasetException;
import whetstone.labelling.exchange.ForeignJson;

/**
 * A tub's {@code manifest.json}, which is five lines of JSON (Donkeycar's parts/datastore_v2.py): inputs, types, user metadata, manifest
 * metadata, catalogs. {@code max_len}, {@code current_index} and the catalogs' own manifests (lengths of lines) only serve to go on
 * writing: the catalogs themselves say what is there, so nothing declared there is believed.
 *
 * @param types by input, in the inputs' order
 * @param metadata what the user, or Whetstone, wrote of the tub
 * @param catalogs names of files, in the order of their records
 * @param deleted numbers of the records that are not to be used, counted over all catalogs
 */
record TubManifest(Map<String, String> types, JsonNode metadata, List<String> catalogs, BitSet deleted) {
    static final String NAME = "manifest.json";
    /** Room for half a million deleted records. */
    private static final long MOST_BYTES = 4L << 20;
    private static final int LINES = 5;
    private static final int MOST_INPUTS = 1000;
    /** A million frames in catalogs of Donkeycar's usual length. */
    private static final int MOST_CATALOGS = 10_000;
    static final int MOST_RECORDS = 10_000_000;

    static TubManifest read(TubFolder folder) {
        List<String> lines = folder.text(NAME, MOST_BYTES, folder.name()).lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() != LINES) {
            throw new DatasetException(NAME + " has " + lines.size() + " lines of JSON, not " + LINES
                    + " as a Donkeycar tub of version 2 has: copy the tub again.");
        }
        List<JsonNode> parts = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            parts.add(ForeignJson.read(lines.get(i), place(i)));
        }
        List<String> inputs = texts(parts.get(0), MOST_INPUTS, "input", place(0));
        List<String> types = texts(parts.get(1), MOST_INPUTS, "type", place(1));
        if (inputs.size() != types.size()) {
            throw new DatasetException(place(1) + " gives " + types.size() + " types for " + inputs.size() + " inputs: copy the tub again.");
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            typed.put(inputs.get(i), types.get(i));
        }
        JsonNode catalogs = parts.get(4);
        return new TubManifest(typed, parts.get(2), catalogs(catalogs.path("paths")), deleted(catalogs.path("deleted_indexes")));
    }

    private static List<String> catalogs(JsonNode paths) {
        List<String> names = texts(paths, MOST_CATALOGS, "catalog", place(4));
        Set<String> once = new LinkedHashSet<>();
        for (String name : names) {
            if (!once.add(name)) {
                throw new DatasetException(place(4) + " lists '" + name + "' twice: take one of them out.");
            }
        }
        return List.copyOf(once);
    }

    private static BitSet deleted(JsonNode indexes) {
        if (!indexes.isArray()) {
            throw new DatasetException(place(4) + " has no list deleted_indexes: copy the tub again.");
        }
        BitSet deleted = new BitSet();
        for (JsonNode index : indexes) {
            if (!index.isInt() || index.intValue() < 0 || index.intValue() >= MOST_RECORDS) {
                throw new DatasetException(place(4) + " lists '" + shown(index) + "' as a deleted record: records are counted from 0.");
            }
            deleted.set(index.intValue());
        }
        return deleted;
    }

    private static List<String> texts(JsonNode list, int most, String what, String place) {
        if (!list.isArray() || list.size() > most) {
            throw new DatasetException(place + " is no list of at most " + most + " " + what + "s: copy the tub again.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw new DatasetException(place + " gives '" + shown(text) + "' as " + what + ", which is no text: copy the tub again.");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static String place(int line) {
        return NAME + ", line " + (line + 1);
    }
}

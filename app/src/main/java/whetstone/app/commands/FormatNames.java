package whetstone.app.commands;

import java.util.Iterator;
import whetstone.labelling.exchange.ExportFormat;
import whetstone.labelling.exchange.Formats;
import whetstone.labelling.exchange.ImportFormat;

/** The names of foreign formats as the command line takes them. */
final class FormatNames {
    private FormatNames() {}

    static String exports() {
        return String.join(", ", new Exports());
    }

    static String imports() {
        return String.join(", ", new Imports());
    }

    /** For the help text of {@code export}. */
    static final class Exports implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.exports().stream().map(ExportFormat::name).iterator();
        }
    }

    /** For the help text of {@code import}. */
    static final class Imports implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.imports().stream().map(ImportFormat::name).iterator();
        }
    }
}

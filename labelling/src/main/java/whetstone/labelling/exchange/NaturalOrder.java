package whetstone.labelling.exchange;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares names as people count: frame2 before frame10. Names of equal numbers are told apart by their characters. */
final class NaturalOrder implements Comparator<String> {
    static final Comparator<String> OF_NAMES = new NaturalOrder().thenComparing(Comparator.naturalOrder());
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        Matcher ones = PART.matcher(one);
        Matcher others = PART.matcher(other);
        while (ones.find()) {
            if (!others.find()) {
                return 1;
            }
            int compared = compareParts(ones.group(), others.group());
            if (compared != 0) {
                return compared;
            }
        }
        return others.find() ? -1 : 0;
    }

    private static int compareParts(String one, String other) {
        boolean numbers = isDigit(one.charAt(0)) && isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareToIgnoreCase(other);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}

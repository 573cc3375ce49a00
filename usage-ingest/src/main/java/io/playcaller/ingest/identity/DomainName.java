package io.playcaller.ingest.identity;

import io.playcaller.ingest.config.FixedLimits;
import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name of the DNS with 2 to 10 labels.
 *
 * @param text in lower case, internationalised labels as the DNS has them, without a trailing dot
 */
public record DomainName(String text) {

    /** Empty for what is none. */
    public static Optional<DomainName> of(String written) {
        String name = written.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return isName(ascii) ? Optional.of(new DomainName(ascii)) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** The domain of an e-mail address. Empty for what is no address, a hashed or masked one among them. */
    public static Optional<DomainName> ofEmail(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? Optional.empty() : of(address.substring(at + 1));
    }

    /** IDN lets an empty label pass where it stands alone; a number last is an address of a machine. */
    private static boolean isName(String ascii) {
        String[] labels = ascii.split("\\.", -1);
        return labels.length > 1
                && labels.length <= FixedLimits.DOMAIN_LABELS
                && ascii.length() <= FixedLimits.DOMAIN_CHARACTERS
                && Arrays.stream(labels).noneMatch(String::isEmpty)
                && !labels[labels.length - 1].chars().allMatch(Character::isDigit);
    }

    /** This one and those that it is below, the longest first, down to two labels. */
    public List<DomainName> andParents() {
        List<DomainName> names = new ArrayList<>();
        String name = text;
        while (name.indexOf('.') > 0) {
            names.add(new DomainName(name));
            name = name.substring(name.indexOf('.') + 1);
        }
        return List.copyOf(names);
    }

    /** Its labels the other way round: what is below a domain begins as the domain does. */
    public String reversed() {
        List<String> labels = Arrays.asList(text.split("\\.", -1));
        Collections.reverse(labels);
        return String.join(".", labels);
    }
}

package io.playcaller.ingest.letter.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.letter.PersonHash;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the content of a letter names, and which account: the values of the fields that hold ids of people at any depth,
 * every e-mail address, and the first account. Of what is no JSON, what stands before the fault.
 *
 * @param persons hashes
 */
public record Named(Set<String> persons, @Nullable String accountId) {

    private static final Set<String> PERSON_FIELDS = Set.of(
            "userid",
            "userids",
            "anonymousid",
            "previousid",
            "from",
            "personid",
            "personids",
            "requesterid",
            "submitterid");

    private static final Set<String> ACCOUNT_FIELDS = Set.of("accountid", "groupid");
    private static final int LONGEST_ID = 256;

    public Named {
        persons = Set.copyOf(persons);
    }

    public static Named in(DeadLetter letter) {
        Finder finder = new Finder();
        if (!letter.base64()) {
            finder.read(letter.payload());
        }
        for (Map.Entry<String, String> beside : letter.attributes().entrySet()) {
            finder.note(beside.getKey(), beside.getValue());
            finder.read(beside.getValue());
        }
        String stated = letter.attributes().get(EventCodec.ACCOUNT_ID);
        return new Named(finder.persons, stated == null && speaksOurWords(letter) ? finder.account : stated);
    }

    /** What a tool calls an account is its own, or that of its user. */
    private static boolean speaksOurWords(DeadLetter letter) {
        return LetterTerms.of(letter.attributes()).webhook() == null;
    }

    /** Collects while it reads. */
    private static final class Finder {

        private final Set<String> persons = new HashSet<>();
        private @Nullable String account;

        /** Ends in silence at the first fault: a letter need not be JSON. */
        void read(String text) {
            if (!text.startsWith("{") && !text.startsWith("[")) {
                return;
            }
            try (JsonParser parser = WireJson.mapper().createParser(text)) {
                String field = "";
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.FIELD_NAME) {
                        field = parser.currentName();
                    } else if (token.isScalarValue()) {
                        note(field, parser.getText());
                    }
                }
            } catch (IOException endOfWhatIsJson) {
                return;
            }
        }

        void note(String field, String value) {
            if (value.isBlank() || value.length() > LONGEST_ID) {
                return;
            }
            String name = field.replace("_", "").toLowerCase(Locale.ROOT);
            if (PERSON_FIELDS.contains(name) || value.indexOf('@') > 0) {
                persons.add(PersonHash.of(value));
            }
            if (account == null && ACCOUNT_FIELDS.contains(name)) {
                account = value.strip();
            }
        }
    }
}

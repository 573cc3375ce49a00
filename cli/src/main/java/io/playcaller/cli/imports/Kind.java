package io.playcaller.cli.imports;

import static io.playcaller.cli.imports.Field.Type.AMOUNT;
import static io.playcaller.cli.imports.Field.Type.BOOL;
import static io.playcaller.cli.imports.Field.Type.DATE;
import static io.playcaller.cli.imports.Field.Type.INTEGER;
import static io.playcaller.cli.imports.Field.Type.TEXT;
import static io.playcaller.cli.imports.Field.Type.TIME;
import static io.playcaller.cli.imports.Field.optional;
import static io.playcaller.cli.imports.Field.required;
import static io.playcaller.cli.imports.Field.words;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.quickstart.Secrets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a row of a file can become, and the fields that it needs for that. */
@SuppressWarnings("ImmutableEnumChecker")
enum Kind {
    ACCOUNT(
            Secrets.CRM,
            required("name", TEXT),
            optional("industry", TEXT),
            optional("region", TEXT),
            optional("country", TEXT),
            optional("zone", TEXT),
            optional("strategic", BOOL),
            optional("since", DATE).thatHappened()),
    /** A contract of one line; one that did not end renews by its term. */
    CONTRACT(
            Secrets.CRM,
            required("account", TEXT),
            optional("signedOn", DATE),
            required("startsOn", DATE).thatHappened(),
            optional("endedOn", DATE).thatHappened(),
            required("termMonths", INTEGER),
            optional("autoRenew", BOOL),
            optional("noticeDays", INTEGER),
            required("product", TEXT),
            required("arr", AMOUNT),
            optional("seats", INTEGER)),
    /** Why a contract ended: goes into the contract of that account which ended nearest to it. */
    LOSS(
            Secrets.CRM,
            required("account", TEXT),
            required("on", DATE).thatHappened(),
            words("reason", false, reasons())),
    PERSON(
            Secrets.CRM,
            required("account", TEXT),
            optional("name", TEXT),
            optional("email", TEXT),
            optional("title", TEXT),
            words("role", false, List.of("sponsor", "champion", "admin", "power-user", "user")),
            optional("active", BOOL),
            optional("mayContact", BOOL)),
    INVOICE(
            Secrets.CRM,
            required("account", TEXT),
            optional("contract", TEXT),
            required("amount", AMOUNT),
            required("issuedOn", DATE).thatHappened(),
            required("dueOn", DATE),
            optional("paidOn", DATE).thatHappened()),
    USAGE(
            Secrets.WEB,
            required("account", TEXT),
            required("at", TIME).thatHappened(),
            required("event", TEXT),
            optional("feature", TEXT),
            optional("product", TEXT),
            optional("user", TEXT),
            optional("quantity", INTEGER),
            optional("meaningful", BOOL)),
    TICKET(
            Secrets.SUPPORT_DESK,
            required("account", TEXT),
            required("openedAt", TIME).thatHappened(),
            optional("firstAnsweredAt", TIME),
            optional("solvedAt", TIME).thatHappened(),
            words("severity", true, List.of("sev1", "sev2", "sev3", "sev4")),
            optional("theme", TEXT),
            optional("product", TEXT)),
    SURVEY(
            Secrets.WEB,
            required("account", TEXT),
            required("at", TIME).thatHappened(),
            words("survey", true, List.of("nps", "csat")),
            required("score", INTEGER),
            optional("product", TEXT),
            optional("user", TEXT)),
    MILESTONE(
            Secrets.WEB,
            required("account", TEXT),
            required("milestone", TEXT),
            optional("dueAt", TIME),
            optional("reachedAt", TIME).thatHappened());

    private final String source;
    private final Map<String, Field> fields;

    Kind(String source, Field... fields) {
        this.source = source;
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        this.fields = Collections.unmodifiableMap(byName);
    }

    private static List<String> reasons() {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason != Reason.UNKNOWN)
                .map(Reason::code)
                .toList();
    }

    /** The source whose key opens the door for it. */
    String source() {
        return source;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** The word in a mapping. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

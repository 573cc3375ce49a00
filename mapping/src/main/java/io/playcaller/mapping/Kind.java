package io.playcaller.mapping;

import static io.playcaller.mapping.Field.Type.AMOUNT;
import static io.playcaller.mapping.Field.Type.BOOL;
import static io.playcaller.mapping.Field.Type.DATE;
import static io.playcaller.mapping.Field.Type.INTEGER;
import static io.playcaller.mapping.Field.Type.TEXT;
import static io.playcaller.mapping.Field.Type.TIME;
import static io.playcaller.mapping.Field.optional;
import static io.playcaller.mapping.Field.required;
import static io.playcaller.mapping.Field.words;

import io.playcaller.contracts.reason.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a row of a file can become, and the fields that it needs for that. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Kind {
    ACCOUNT(
            required("name", TEXT),
            optional("industry", TEXT),
            optional("region", TEXT),
            optional("country", TEXT),
            optional("zone", TEXT),
            optional("strategic", BOOL),
            optional("since", DATE).thatHappened()),
    /** A contract of one line; one that did not end renews by its term. */
    CONTRACT(
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
    LOSS(required("account", TEXT), required("on", DATE).thatHappened(), words("reason", false, reasons())),
    PERSON(
            required("account", TEXT),
            optional("name", TEXT),
            optional("email", TEXT),
            optional("title", TEXT),
            words("role", false, List.of("sponsor", "champion", "admin", "power-user", "user")),
            optional("active", BOOL),
            optional("mayContact", BOOL)),
    INVOICE(
            required("account", TEXT),
            optional("contract", TEXT),
            required("amount", AMOUNT),
            required("issuedOn", DATE).thatHappened(),
            required("dueOn", DATE),
            optional("paidOn", DATE).thatHappened()),
    /** Who of our people holds which role on the account that the row is of: all of them, by the keys of the roles. */
    OWNERS(required("from", DATE).thatHappened()),
    OPPORTUNITY(
            required("account", TEXT),
            words("stage", true, List.of("open", "won", "lost")),
            required("arr", AMOUNT),
            required("openedOn", DATE).thatHappened(),
            optional("expectedOn", DATE),
            optional("closedOn", DATE).thatHappened().orRefused(),
            optional("product", TEXT),
            optional("contract", TEXT),
            words("reason", false, reasons())),
    /** What people found out about the loss of the contract that the row is of. */
    LOSS_REVIEW(
            required("account", TEXT),
            required("reviewedOn", DATE).thatHappened(),
            words("reason", true, reasons()),
            optional("avoidable", BOOL).orRefused(),
            optional("reviewedBy", TEXT),
            optional("corrects", DATE).orRefused()),
    /** What the account that the row is of lends its name to: all of it, each kind from a day on. */
    REFERENCES(
            optional("callFrom", DATE).thatHappened().orRefused(),
            optional("callUntil", DATE).orRefused(),
            optional("caseStudyFrom", DATE).thatHappened().orRefused(),
            optional("caseStudyUntil", DATE).orRefused(),
            optional("quoteFrom", DATE).thatHappened().orRefused(),
            optional("quoteUntil", DATE).orRefused(),
            optional("logoFrom", DATE).thatHappened().orRefused(),
            optional("logoUntil", DATE).orRefused(),
            optional("reviewFrom", DATE).thatHappened().orRefused(),
            optional("reviewUntil", DATE).orRefused()),
    /** That an account claims the e-mail domain that the row is of. */
    DOMAIN(
            required("account", TEXT),
            required("from", DATE).thatHappened(),
            optional("until", DATE).orRefused()),
    USAGE(
            required("account", TEXT),
            required("at", TIME).thatHappened(),
            required("event", TEXT),
            optional("feature", TEXT),
            optional("product", TEXT),
            optional("user", TEXT),
            optional("quantity", INTEGER),
            optional("meaningful", BOOL)),
    TICKET(
            required("account", TEXT),
            required("openedAt", TIME).thatHappened(),
            optional("firstAnsweredAt", TIME),
            optional("solvedAt", TIME).thatHappened(),
            words("severity", true, List.of("sev1", "sev2", "sev3", "sev4")),
            optional("theme", TEXT),
            optional("product", TEXT)),
    SURVEY(
            required("account", TEXT),
            required("at", TIME).thatHappened(),
            words("survey", true, List.of("nps", "csat")),
            required("score", INTEGER),
            optional("product", TEXT),
            optional("user", TEXT)),
    MILESTONE(
            required("account", TEXT),
            required("milestone", TEXT),
            optional("dueAt", TIME),
            optional("reachedAt", TIME).thatHappened(),
            optional("value", INTEGER));

    /** What roles may be called; not as a field of another kind, which was put here by mistake. */
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Map<String, Field> fields;

    Kind(Field... fields) {
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

    /** By name, in the order in which they are told; without the roles of {@link #OWNERS}, which each company has. */
    public Map<String, Field> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        Field field = fields.get(name);
        return field == null && this == OWNERS && isRole(name)
                ? Optional.of(optional(name, TEXT).orRefused())
                : Optional.ofNullable(field);
    }

    private static boolean isRole(String name) {
        return ROLE.matcher(name).matches() && Arrays.stream(values()).noneMatch(kind -> kind.fields.containsKey(name));
    }

    /** The account that a row is about: the one that it names, or is. */
    public String account(Values row) {
        return fields.containsKey("account") ? row.text("account") : row.id();
    }

    /** The word in a mapping. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

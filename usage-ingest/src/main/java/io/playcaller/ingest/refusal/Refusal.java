package io.playcaller.ingest.refusal;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Why something was not taken: a value, not an exception. The code is stable; programs may branch on it.
 *
 * @param code such as {@code account.unknown}
 * @param detail one sentence for a person
 * @param faults the fields at fault, the first being the one to mend first; empty only when what is refused is right as
 *     far as one can tell
 */
public record Refusal(String code, String detail, List<Fault> faults) {

    /** The body or item is not JSON, or not the JSON object or array that belongs here. */
    public static final String UNREADABLE = "json.unreadable";

    /** The row is no CSV, or has not the cells of the header. */
    public static final String CSV_UNREADABLE = "csv.unreadable";

    /** A column has a value for which the mapping has no word of ours, or which is not of its kind. */
    public static final String VALUE_UNMAPPED = "value.unmapped";

    /** Objects and arrays stand in each other too deep. */
    public static final String TOO_DEEP = "json.too-deep";

    public static final String FIELD_MISSING = "field.missing";
    public static final String FIELD_INVALID = "field.invalid";
    public static final String FIELD_UNKNOWN = "field.unknown";
    /** Neither a person nor an account is named. */
    public static final String SUBJECT_MISSING = "subject.missing";
    /** Nobody can tell which account it is about. */
    public static final String ACCOUNT_UNKNOWN = "account.unknown";
    /** The record belongs to an account and cannot move to another. */
    public static final String ACCOUNT_FIXED = "account.fixed";
    /** The account is merged already, or the other one into it. */
    public static final String ACCOUNT_MERGED = "account.merged";
    /** Another account claims the domain. */
    public static final String DOMAIN_CLAIMED = "domain.claimed";
    /** No account can claim the domain: anybody may be there. */
    public static final String DOMAIN_SHARED = "domain.shared";
    /** A type that this door does not know. */
    public static final String TYPE_UNKNOWN = "type.unknown";

    /** The sender itself says that it is not for us; nothing of it is kept. */
    public static final String SWITCHED_OFF = "destination.off";

    /** It came by a webhook that the configuration does not name. */
    public static final String WEBHOOK_UNKNOWN = "webhook.unknown";

    /** A webhook brings it, and nothing that is counted is in it; nothing of it is kept. */
    public static final String LEFT_OUT = "event.left-out";

    public static final String EVENT_TOO_LARGE = "event.too-large";

    /** A batch has more events than a request may bring. */
    public static final String TOO_MANY = "batch.too-many";

    public static final String TIME_IN_FUTURE = "time.in-future";
    public static final String TIME_IMPLAUSIBLE = "time.implausible";
    /** An earlier delivery of it may have been stored; too long ago for anybody to tell. */
    public static final String OUTCOME_UNKNOWN = "delivery.outcome-unknown";
    /** A tool sent it so long ago that nobody remembers whether it came already: it may be a recorded request. */
    public static final String SENT_TOO_LONG_AGO = "delivery.too-old";

    /** The key may not take back what was told. */
    public static final String CORRECTION_SCOPE = "correction.scope";

    private static final String WITHHELD = "withheld";

    /** Our own code failed on it. */
    public static final String INCIDENT = "incident";

    public Refusal {
        faults = List.copyOf(faults);
    }

    /** Refused although no field of it is wrong. */
    public static Refusal of(String code, String detail) {
        return new Refusal(code, detail, List.of());
    }

    /** One field is wrong. */
    public static Refusal field(String code, String field, String expected, String actual) {
        return of(code, List.of(new Fault(field, expected, actual)));
    }

    /** Our own code failed on {@code what}, such as an item: nobody else can mend it. */
    public static Refusal incident(String what) {
        return of(INCIDENT, "the " + what + " met a fault of ours; it is kept");
    }

    /** It is larger than an event may be. */
    public static Refusal tooLarge(int maxBytes, long bytes) {
        return field(EVENT_TOO_LARGE, "", "at most " + maxBytes + " bytes", bytes + " bytes");
    }

    /** A batch has more events than it may have; {@code field} is where they stand. */
    public static Refusal tooMany(String field, int most) {
        return field(TOO_MANY, field, "at most " + most + " events", "more");
    }

    /** Some fields are wrong; at least one. */
    public static Refusal of(String code, List<Fault> faults) {
        Fault first = faults.get(0);
        String what = first.field().isEmpty() ? "what came" : first.field();
        return new Refusal(code, "%s must be %s, is %s".formatted(what, first.expected(), first.actual()), faults);
    }

    /** The same fault, its fields called otherwise. */
    public Refusal withFields(UnaryOperator<String> names) {
        return faults.isEmpty()
                ? this
                : of(
                        code,
                        faults.stream()
                                .map(fault -> new Fault(names.apply(fault.field()), fault.expected(), fault.actual()))
                                .toList());
    }

    /** The same, without what came: that could not be read, and so nobody knows what it holds. */
    public Refusal withoutWhatCame() {
        return faults.isEmpty()
                ? this
                : of(
                        code,
                        faults.stream()
                                .map(fault -> new Fault(fault.field(), fault.expected(), WITHHELD))
                                .toList());
    }

    /** The field to mend first. */
    public Optional<Fault> first() {
        return faults.stream().findFirst();
    }
}

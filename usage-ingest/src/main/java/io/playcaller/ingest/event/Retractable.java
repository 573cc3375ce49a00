package io.playcaller.ingest.event;

import io.playcaller.contracts.EventType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which facts can be taken back one by one, and what to do about the others. */
public final class Retractable {

    /** Somebody may have written something with them. */
    private static final Set<EventType> WITH_WORDS = EnumSet.of(
            EventType.TICKET_CHANGED, EventType.SURVEY_ANSWERED, EventType.OBJECTIVE_CHANGED, EventType.FEEDBACK_GIVEN);

    private static final Set<EventType> WITHOUT =
            EnumSet.of(EventType.MILESTONE_CHANGED, EventType.TOUCH_RECORDED, EventType.CONTENT_USED);

    private static final Set<EventType> OF_THE_REGISTER = EnumSet.of(
            EventType.ACCOUNT_CHANGED,
            EventType.CONTRACT_CHANGED,
            EventType.OWNERS_CHANGED,
            EventType.CONTACT_CHANGED,
            EventType.INVOICE_CHANGED,
            EventType.OPPORTUNITY_CHANGED,
            EventType.LOSS_REVIEWED,
            EventType.REFERENCES_CHANGED);

    private static final Set<EventType> CORRECTIONS = EnumSet.of(EventType.FACT_RETRACTED, EventType.USAGE_WITHDRAWN);

    private static final String TYPES = EnumSet.allOf(EventType.class).stream()
            .filter(type -> WITH_WORDS.contains(type) || WITHOUT.contains(type))
            .map(EventType::wire)
            .collect(Collectors.joining(", "));

    private Retractable() {}

    /** What to say instead of {@code type}; empty where facts of it can be taken back. */
    public static Optional<String> fault(String type) {
        EventType known = EventType.ofWire(type).orElse(null);
        if (known == EventType.USAGE_RECORDED) {
            return Optional.of("no usage: it is a sum by day, of which days are withdrawn with "
                    + EventType.USAGE_WITHDRAWN.wire() + " and sent again under new ids");
        }
        if (OF_THE_REGISTER.contains(known)) {
            return Optional.of("no record of the register: it is corrected by a newer version of itself");
        }
        if (CORRECTIONS.contains(known)) {
            return Optional.of("no correction: what was taken back stays so; send it again under a new id");
        }
        return WITH_WORDS.contains(known) || WITHOUT.contains(known)
                ? Optional.empty()
                : Optional.of("one of " + TYPES);
    }

    /** Whether somebody may have written something with facts of {@code type}. */
    static boolean mayHaveWords(String type) {
        return EventType.ofWire(type).filter(WITH_WORDS::contains).isPresent();
    }
}

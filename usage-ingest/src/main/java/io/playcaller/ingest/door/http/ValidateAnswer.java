package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.contracts.EventType;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.door.http.DoorAnswer.TreatedField;
import io.playcaller.ingest.door.validate.Warning;
import io.playcaller.ingest.door.validate.Warnings;
import io.playcaller.ingest.event.AccountBy;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.FoundAccount;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Preview;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.refusal.in.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to what was sent.
 *
 * @param source whose key it was, and so what the log would call the sender
 */
public record ValidateAnswer(String source, List<ValidatedItem> items) {

    /**
     * One item.
     *
     * @param outcome as in the answer of a door: {@code accepted}, {@code held}, {@code duplicate}, {@code skipped} or
     *     {@code refused}
     * @param problem why it is refused
     * @param becomes what it would be in the log; null when it is refused before that is known
     * @param treated what the rules of its source did to its properties
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ValidatedItem(
            int index,
            @Nullable String id,
            String outcome,
            @Nullable Problem problem,
            @Nullable Becomes becomes,
            List<Warning> warnings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TreatedField> treated) {}

    /**
     * What an item becomes.
     *
     * @param type of its fact in {@code customer-events}; null where only the person store takes it
     * @param account whose it is
     * @param origin {@code live} or {@code baseline}
     * @param time when it happened, the sender's clock put right
     * @param excluded {@code staff}, {@code bot} or {@code impersonation} where it is not the customer's use
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Becomes(
            @Nullable String type,
            AccountView account,
            String origin,
            Instant time,
            @Nullable String excluded) {}

    /**
     * Whose an item is.
     *
     * @param id where the event names it; that an edge leads to is not told: write keys stand in pages, and whose customer
     *     somebody is is nobody's who reads one there
     * @param by {@code explicit}: the event names it; {@code edge}: its person belongs to it; {@code domain}: it claims the
     *     domain of its person's address; {@code unknown}
     * @param merged true where that account was merged into another, which takes the event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountView(
            @Nullable String id, String by, @Nullable Boolean merged) {}

    static ValidateAnswer of(String source, Foreseen foreseen) {
        List<ValidatedItem> items = new ArrayList<>();
        for (Item item : foreseen.receipt().items()) {
            int place = items.size();
            items.add(item(
                    item,
                    foreseen.receipt().outcomes().get(place),
                    foreseen.resolved().get(place)));
        }
        return new ValidateAnswer(source, List.copyOf(items));
    }

    private static ValidatedItem item(Item item, Outcome outcome, Optional<Resolved> resolved) {
        return new ValidatedItem(
                item.index(),
                item.id(),
                DoorAnswer.word(outcome),
                outcome instanceof Outcome.Refused no ? Problems.of(no.refusal()) : null,
                resolved.map(ValidateAnswer::becomes).orElse(null),
                resolved.map(Warnings::of).orElse(List.of()),
                TreatedField.of(item));
    }

    private static Becomes becomes(Resolved event) {
        Preview preview = Preview.of(event);
        return new Becomes(
                preview.type().map(EventType::wire).orElse(null),
                account(event),
                preview.origin().wire(),
                preview.time(),
                event.excluded().map(Exclusion::word).orElse(null));
    }

    private static AccountView account(Resolved event) {
        FoundAccount account = event.account();
        return new AccountView(
                account.by() == AccountBy.EXPLICIT ? event.draft().subject().accountId() : null,
                account.by().word(),
                account.merged() ? true : null);
    }
}

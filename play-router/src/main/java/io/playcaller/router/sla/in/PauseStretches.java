package io.playcaller.router.sla.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.PausePolicy;
import io.playcaller.router.sla.PausePolicy.Answer;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaPreview;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads pauses as the policy allows them, a third one as if a lead asked, any as if of a renewal, one for support for a year
 * at most: it goes on for as long as its ticket.
 *
 * @param faults takes what is wrong with them
 */
record PauseStretches(BusinessCalendar calendar, List<FieldFault> faults) {

    private static final Duration LONGEST_FOR_SUPPORT = Duration.ofDays(365);

    List<SlaPreview.Pause> of(List<PauseBody> bodies) {
        List<SlaPreview.Pause> pauses = new ArrayList<>();
        for (int at = 0; at < bodies.size(); at++) {
            pause("/pauses/" + at, given(bodies.get(at)), pauses).ifPresent(pauses::add);
        }
        return pauses;
    }

    /** An element that is null lacks all of its fields. */
    private static PauseBody given(@Nullable PauseBody body) {
        return body == null ? new PauseBody(null, null, null) : body;
    }

    private Optional<SlaPreview.Pause> pause(String field, PauseBody body, List<SlaPreview.Pause> before) {
        Optional<Instant> from = PreviewBody.instant(field + "/from", String.valueOf(body.from()), faults);
        Optional<Instant> asked = PreviewBody.instant(field + "/until", body.until(), faults);
        Optional<PauseReason> because = Optional.ofNullable(body.because()).flatMap(PauseReason::ofWire);
        if (because.isEmpty()) {
            String known =
                    Arrays.stream(PauseReason.values()).map(PauseReason::wire).collect(Collectors.joining(", "));
            faults.add(new FieldFault(field + "/because", "one of " + known, String.valueOf(body.because())));
        }
        if (from.isEmpty() || because.isEmpty()) {
            return Optional.empty();
        }
        Instant earliest =
                before.isEmpty() ? from.get() : before.get(before.size() - 1).until();
        if (from.get().isBefore(earliest)) {
            faults.add(new FieldFault(
                    field + "/from",
                    "no earlier than the end of the one before",
                    from.get().toString()));
            return Optional.empty();
        }
        return granted(field + "/until", from.get(), asked.orElse(null), because.get());
    }

    private Optional<SlaPreview.Pause> granted(
            String field, Instant from, @Nullable Instant asked, PauseReason because) {
        PausePolicy.Ask ask = new PausePolicy.Ask(because, asked == null ? null : calendar.dayOf(asked), 0, true, true);
        if (!(PausePolicy.answer(ask, from, calendar) instanceof Answer.Granted most)) {
            faults.add(new FieldFault(field, "a day of the 30 that follow", String.valueOf(asked)));
            return Optional.empty();
        }
        Instant until = asked == null ? most.until() : asked;
        Instant latest = because == PauseReason.WAITING_FOR_SUPPORT ? from.plus(LONGEST_FOR_SUPPORT) : most.until();
        if (!until.isAfter(from) || until.isAfter(latest)) {
            faults.add(new FieldFault(field, "after its begin and until " + latest, until.toString()));
            return Optional.empty();
        }
        return Optional.of(new SlaPreview.Pause(from, until, because));
    }
}

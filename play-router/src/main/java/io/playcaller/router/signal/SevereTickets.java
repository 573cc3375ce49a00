package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.routing.Router;
import io.playcaller.router.task.Pausing;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signal that a severe ticket is open tells with its end that one moved, once no other tells the same: a score that such a ticket
 * holds down may, for as long as that is its first reason.
 */
record SevereTickets(Router router) {

    /**
     * What a transition of a signal does, with the tasks of the account that waited for support and go on now.
     *
     * @param known the signal before; null where it was not known
     * @param effects what else it does
     */
    SignalEffects moved(AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, SignalEffects effects) {
        AccountDesk after = desk.after(effects);
        boolean ended = known != null && tellsOfOne(known) && !KnownSignal.isOpen(signal);
        if (!ended || after.signals().values().stream().anyMatch(SevereTickets::tellsOfOne)) {
            return effects;
        }
        List<Changed> resumed = after.openTasks().values().stream()
                .map(task -> new Pausing(router.now(), router.rules().calendarOf(task.assignment())).ticketMoved(task))
                .flatMap(TaskDecision::change)
                .toList();
        return effects.and(new SignalEffects(List.of(), resumed));
    }

    private static boolean tellsOfOne(KnownSignal known) {
        return known.isOpen() && known.signal().reason() == Reason.SUP_SEVERE_OPEN;
    }
}

package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.routing.Router;
import io.playcaller.router.task.Pausing;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signal that a severe ticket is open tells when one moved: with its end, and when it is about something else. */
record SevereTickets(Router router) {

    /**
     * What a transition of a signal does, with the tasks of the account that waited for support and go on now.
     *
     * @param known the signal before; null where it was not known
     * @param effects what else it does
     */
    SignalEffects moved(AccountDesk desk, @Nullable KnownSignal known, SignalChanged signal, SignalEffects effects) {
        boolean was = known != null && known.isOpen() && known.signal().reason() == Reason.SUP_SEVERE_OPEN;
        boolean is = KnownSignal.isOpen(signal) && signal.reason() == Reason.SUP_SEVERE_OPEN;
        if (!was || is) {
            return effects;
        }
        List<Changed> resumed = desk.after(effects).openTasks().values().stream()
                .map(task -> new Pausing(router.now(), router.rules().calendarOf(task.assignment())).ticketMoved(task))
                .flatMap(TaskDecision::change)
                .toList();
        return effects.and(new SignalEffects(List.of(), resumed));
    }
}

package io.playcaller.router.routing;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.task.Task;
import java.util.Optional;

/** Whether it joins an open task of the account: one risk at a time, and one task per family of reasons. */
record GroupingStage() implements RoutingStage {

    @Override
    public String name() {
        return "grouping";
    }

    @Override
    public Verdict judge(RoutingCase routingCase) {
        SignalChanged signal = routingCase.signal();
        Optional<Task> open = signal.accountId() == null
                ? Optional.empty()
                : routingCase.openTasks().stream()
                        .filter(task -> groups(task.signal(), signal))
                        .findFirst();
        return open.<Verdict>map(task -> new Verdict.Join(
                        task,
                        "open-play",
                        "It joins the open play " + task.order().play() + " of the account."))
                .orElseGet(() -> new Verdict.Pass(routingCase, "alone", "No open play of the account takes it in."));
    }

    private static boolean groups(SignalChanged open, SignalChanged signal) {
        boolean bothRisks = open.kind() == SignalKind.RISK && signal.kind() == SignalKind.RISK;
        return bothRisks || open.reason().family() == signal.reason().family();
    }
}

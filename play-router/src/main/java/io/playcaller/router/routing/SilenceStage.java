package io.playcaller.router.routing;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.silence.Quiet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody said beforehand that it makes no work now. Of several that hold the one that ends last counts, so that it is
 * looked at again once.
 *
 * @param quiets silences and maintenance windows
 */
record SilenceStage(List<Quiet> quiets, Instant now) implements RoutingStage {

    @Override
    public String name() {
        return "silence";
    }

    /** One that holds, and until when. */
    private record Holding(Quiet quiet, Instant until) {}

    @Override
    public Verdict judge(RoutingCase routingCase) {
        SignalChanged signal = routingCase.signal();
        List<Holding> about = quiets.stream()
                .filter(quiet -> quiet.isAbout(signal, routingCase.chosenPlay().key()))
                .flatMap(quiet -> quiet.until(now).map(until -> new Holding(quiet, until)).stream())
                .toList();
        boolean critical = signal.severity() == Severity.CRITICAL;
        Optional<Holding> last = about.stream()
                .filter(holding -> !critical || holding.quiet().alsoCritical())
                .max(Comparator.comparing(Holding::until)
                        .thenComparing(holding -> holding.quiet().name()));
        if (last.isPresent()) {
            return silenced(last.get());
        }
        return about.isEmpty()
                ? new Verdict.Pass(routingCase, "not-silenced", "Nothing silences it.")
                : new Verdict.Pass(
                        routingCase,
                        "critical",
                        about.get(0).quiet().title() + " is about it, but it is critical and passes.");
    }

    private static Verdict silenced(Holding last) {
        return new Verdict.Wait(
                new Waits(last.quiet().name(), last.until()),
                "silenced",
                last.quiet().title() + " silences it. It is looked at again at " + last.until()
                        + ", or when that is withdrawn.");
    }
}

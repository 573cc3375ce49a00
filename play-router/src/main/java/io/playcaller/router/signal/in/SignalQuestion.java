package io.playcaller.router.signal.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.signal.SignalFilter;
import io.playcaller.router.signal.SignalStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that choose signals; all of them must hold. */
public class SignalQuestion {

    private static final Map<String, SignalStatus> BECAME = Stream.of(
                    SignalStatus.SILENCED,
                    SignalStatus.HELD,
                    SignalStatus.DISCARDED,
                    SignalStatus.MUTED,
                    SignalStatus.STOPPED,
                    SignalStatus.TRIAGE)
            .collect(Collectors.toMap(SignalWords::of, Function.identity()));

    @RestQuery
    @Parameter(description = "silenced, held, discarded, muted, stopped or triage", required = true)
    @Nullable
    String became;

    @RestQuery
    @Nullable
    String account;

    @RestQuery
    @Parameter(description = "code of a reason, such as usage.drop")
    @Nullable
    String reason;

    @RestQuery
    @Parameter(
            description = "what silences them, such as window/year-end, or the key of the play whose brake holds them")
    @Nullable
    String waitsOn;

    SignalFilter filter() {
        List<FieldFault> faults = new ArrayList<>();
        Optional<SignalStatus> status = Optional.ofNullable(became).map(BECAME::get);
        if (status.isEmpty()) {
            faults.add(new FieldFault(
                    "became", "one of " + String.join(", ", new TreeSet<>(BECAME.keySet())), String.valueOf(became)));
        }
        if (given(reason) != null && Reason.ofCode(String.valueOf(reason)).isEmpty()) {
            faults.add(new FieldFault("reason", "the code of a reason, such as usage.drop", String.valueOf(reason)));
        }
        text("account", account, faults);
        text("waitsOn", waitsOn, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("parameter.invalid", faults));
        }
        return new SignalFilter(status.orElseThrow(), given(account), given(reason), given(waitsOn));
    }

    /** Any text that PostgreSQL can hold. */
    private static void text(String field, @Nullable String value, List<FieldFault> faults) {
        if (value != null && value.indexOf('\0') >= 0) {
            faults.add(new FieldFault(field, "text without U+0000", "text with U+0000"));
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}

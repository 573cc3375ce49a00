package io.playcaller.forecast.memory.app;

import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.memory.Bridge;
import io.playcaller.forecast.memory.Bridge.Definitions;
import io.playcaller.forecast.memory.BridgeBy;
import io.playcaller.forecast.memory.BridgeSums;
import io.playcaller.forecast.memory.RememberedContract;
import io.playcaller.forecast.memory.app.ForecastMemory.Days;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says why the expected figure of a quarter changed, from the snapshots of two days, some contracts at a time. */
@ApplicationScoped
public class BridgeService {

    private static final int AT_ONCE = 2_000;

    private final ForecastMemory memory;
    private final Judgements judgements;

    BridgeService(ForecastMemory memory, Judgements judgements) {
        this.memory = memory;
        this.judgements = judgements;
    }

    /**
     * What is asked.
     *
     * @param most groups that are shown
     */
    public record Asked(LocalDate from, LocalDate until, Quarter quarter, BridgeBy by, int most) {}

    /** The bridge; empty where no snapshot is as old as {@code from}. */
    public Uni<Optional<Bridge>> bridge(Asked asked) {
        ForecastBridge period =
                new ForecastBridge(asked.quarter().firstDay(), asked.quarter().end());
        return memory.days(asked.from(), asked.until())
                .chain(days -> days.isEmpty()
                        ? Uni.createFrom().item(Optional.<Bridge>empty())
                        : add(days.get(), period, "", new BridgeSums(asked.by()))
                                .map(sums -> Optional.of(bridge(asked, days.get(), sums))));
    }

    private Uni<BridgeSums> add(Days days, ForecastBridge period, String after, BridgeSums sums) {
        return memory.contracts(days, period, after, AT_ONCE).chain(contracts -> {
            if (contracts.isEmpty()) {
                return Uni.createFrom().item(sums);
            }
            List<String> ids =
                    contracts.stream().map(RememberedContract::contractId).toList();
            return judgements
                    .of(ids)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(said -> contracts.forEach(
                            contract -> contract.judged(said.getOrDefault(contract.contractId(), List.of()))
                                    .changes(period)
                                    .forEach(sums::add)))
                    .chain(() -> add(days, period, ids.get(ids.size() - 1), sums));
        });
    }

    private static Bridge bridge(Asked asked, Days days, BridgeSums sums) {
        return new Bridge(
                Definitions.stated(),
                days.from(),
                days.until(),
                asked.quarter().toString(),
                asked.by().key(),
                sums.groups(),
                sums.items(asked.most()));
    }
}

package io.playcaller.forecast.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.capacity.CapacityReport.Plan;
import io.playcaller.forecast.capacity.WhatIf.Beginning;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.capacity.Promise;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WhatIfPropertyTest {

    private static final Promise PROMISE = new Promise(90, 480);

    @Property(tries = 300)
    void morePipelineNeverNeedsFewerPeople(
            @ForAll("pipelines") List<Beginning> some,
            @ForAll("pipelines") List<Beginning> more,
            @ForAll("leavings") Leaving leaving,
            @ForAll @IntRange(max = 20) int begun) {
        CapacityKnown known = Supposed.known(begun);
        List<Beginning> all = Stream.concat(some.stream(), more.stream()).toList();

        List<Plan> less = Supposed.report(PROMISE, known, asked(some, leaving)).plan();
        List<Plan> plan = Supposed.report(PROMISE, known, asked(all, leaving)).plan();

        for (int i = 0; i < plan.size(); i++) {
            assertThat(plan.get(i).people()).isGreaterThanOrEqualTo(less.get(i).people());
        }
    }

    @Property(tries = 50)
    void withoutPipelineAndTargetItIsThePlanInForce(
            @ForAll @IntRange(max = 20) int begun, @ForAll @IntRange(min = 1, max = 12) int quarters) {
        CapacityKnown known = Supposed.known(begun);
        List<Beginning> nobody = List.of(new Beginning("2027-Q1", "enterprise", 0));
        WhatIf nothing = new WhatIf(quarters, nobody, true, new Leaving.AsManyAsCome(), null, WhatIf.YEAR);

        WhatIfReport report = Supposed.report(PROMISE, known, nothing);

        assertThat(report.plan()).isEqualTo(report.inForce());
        assertThat(report.plan())
                .isEqualTo(CapacityFigures.of(new Ruled<>(Supposed.rules(PROMISE), "v1", ""), known, quarters)
                        .plan());
    }

    private static WhatIf asked(List<Beginning> pipeline, Leaving leaving) {
        return new WhatIf(6, pipeline, true, leaving, null, WhatIf.YEAR);
    }

    @Provide
    Arbitrary<List<Beginning>> pipelines() {
        return Combinators.combine(
                        Arbitraries.of("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"),
                        Arbitraries.of("enterprise", "pooled"),
                        Arbitraries.doubles().between(0, 200))
                .as(Beginning::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Leaving> leavings() {
        return Arbitraries.oneOf(
                Arbitraries.of(new Leaving.AsManyAsCome(), new Leaving.ByForecast()),
                Arbitraries.doubles().between(0.5, 1).map(Leaving.ByTarget::new));
    }
}

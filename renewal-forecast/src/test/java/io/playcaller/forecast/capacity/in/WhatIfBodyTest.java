package io.playcaller.forecast.capacity.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.capacity.WhatIf;
import io.playcaller.forecast.capacity.WhatIf.Beginning;
import io.playcaller.forecast.capacity.WhatIf.Growth;
import io.playcaller.forecast.capacity.WhatIf.Leaving;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatIfBodyTest {

    @Test
    void whatIsAskedIsReadWhole() throws Exception {
        WhatIfBody.Checked question = body("""
                {"quarters": 2, "days": 30, "termMonths": 24, "alsoAsUsual": false, "grr": 0.9, "nrr": 1.15,
                 "pipeline": [{"quarter": "2027-Q1", "tier": "pooled", "customers": 2.5},
                              {"quarter": "2027-Q1", "tier": "enterprise", "arr": 600000, "arrPerCustomer": 50000}],
                 "expansion": {"adds": 0.2, "role": "csm", "tasks": 3, "minutes": 60, "plays": ["value-expansion"]}}""").checked();

        assertThat(question.days()).isEqualTo(30);
        assertThat(question.asked())
                .isEqualTo(new WhatIf(
                        2,
                        List.of(new Beginning("2027-Q1", "pooled", 2.5), new Beginning("2027-Q1", "enterprise", 12)),
                        false,
                        new Leaving.ByTarget(0.9),
                        new Growth(1.15 - 0.9, 0.2, "csm", 3, 60, Set.of("value-expansion")),
                        8));
    }

    @Test
    void whereNothingIsSaidNothingIsSupposed() throws Exception {
        assertThat(body("{}").checked())
                .isEqualTo(new WhatIfBody.Checked(
                        90, new WhatIf(4, List.of(), true, new Leaving.AsManyAsCome(), null, WhatIf.YEAR)));
        assertThat(body("{\"leaving\": \"forecast\"}").checked().asked().leaving())
                .isEqualTo(new Leaving.ByForecast());
    }

    @Test
    void everyFieldAtFaultIsNamed() throws Exception {
        assertThat(faults("""
                {"quarters": 13, "days": 3, "termMonths": 7, "grr": 1.1, "leaving": "forecast", "nrr": 0.5,
                 "pipeline": [null, {"quarter": "2027-Q1", "tier": "pooled"},
                              {"tier": "pooled", "customers": -1},
                              {"quarter": "2027-Q1", "tier": "pooled", "customers": 1, "arr": 5}],
                 "expansion": {"adds": 0, "tasks": 0}}"""))
                .containsExactlyInAnyOrder(
                        "/days",
                        "/quarters",
                        "/termMonths",
                        "/pipeline/0",
                        "/pipeline/1/customers",
                        "/pipeline/2/quarter",
                        "/pipeline/2/customers",
                        "/pipeline/3/customers",
                        "/leaving",
                        "/grr",
                        "/nrr",
                        "/expansion/adds",
                        "/expansion/role",
                        "/expansion/tasks",
                        "/expansion/minutes");
    }

    @Test
    void aTargetOfNetRetentionNeedsThatOfGrossRetentionAndWhatExpansionIs() throws Exception {
        assertThat(faults("{\"nrr\": 1.1}")).containsExactly("/grr", "/expansion");
    }

    @Test
    void morePeopleThanThereAreCustomersInTheWorldAreNotPlanned() throws Exception {
        assertThat(faults("""
                {"pipeline": [{"quarter": "2027-Q1", "tier": "pooled", "customers": 60000},
                              {"quarter": "2027-Q2", "tier": "pooled", "arr": 1e12, "arrPerCustomer": 1}]}""")).containsExactly("/pipeline");
    }

    private static List<String> faults(String json) throws Exception {
        WhatIfBody body = body(json);
        ProblemException refused = catchThrowableOfType(ProblemException.class, body::checked);
        List<FieldFault> errors = refused.problem().errors();
        return errors == null
                ? List.of(Objects.requireNonNull(refused.problem().field()))
                : errors.stream().map(FieldFault::field).toList();
    }

    private static WhatIfBody body(String json) throws Exception {
        return WireJson.mapper().readValue(json, WhatIfBody.class);
    }
}

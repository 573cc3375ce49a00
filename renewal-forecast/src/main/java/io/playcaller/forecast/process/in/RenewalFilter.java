package io.playcaller.forecast.process.in;

import io.playcaller.forecast.day.WrittenDay;
import io.playcaller.forecast.process.RenewalQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that choose renewals; all of them must hold. */
public class RenewalFilter {

    @RestQuery
    @Parameter(description = "id of an account: its renewals only")
    @Nullable
    String account;

    @RestQuery
    @Parameter(description = "of the final call: commit, best-case, at-risk, lost")
    @Nullable
    String category;

    @RestQuery
    @Parameter(description = "not-started, preparing, value-confirmed, proposal, verbal, closed")
    @Nullable
    String stage;

    @RestQuery
    @Parameter(description = "staff id: whose work the renewal is now")
    @Nullable
    String owner;

    @RestQuery
    @Parameter(description = "true for those with a fault, false for those without")
    @Nullable
    String faulty;

    @RestQuery
    @Parameter(description = "the last day of a renewal, such as 2026-12-31")
    @Nullable
    String until;

    /** @throws io.playcaller.chassis.problem.ProblemException naming every parameter at fault */
    RenewalQuestion asked() {
        Said said = new Said("renewals.invalid");
        var wantedCategory = said.category("category", category);
        var wantedStage = said.stage("stage", stage);
        boolean isWord = faulty == null || faulty.equals("true") || faulty.equals("false");
        if (!isWord) {
            said.fault("faulty", "true or false", faulty);
        }
        LocalDate last = day(said);
        said.orThrow();
        return new RenewalQuestion(
                account, wantedCategory, wantedStage, owner, faulty == null ? null : faulty.equals("true"), last);
    }

    /** The same once more, as it stands in a link. */
    String asParameters() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("account", account);
        all.put("category", category);
        all.put("stage", stage);
        all.put("owner", owner);
        all.put("faulty", faulty);
        all.put("until", until);
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> "&" + entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private @Nullable LocalDate day(Said said) {
        try {
            return until == null ? null : WrittenDay.read(until);
        } catch (DateTimeException e) {
            said.fault("until", "a day, such as 2026-12-31", until);
            return null;
        }
    }
}

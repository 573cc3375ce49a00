package io.playcaller.forecast.credit.in;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.credit.CreditQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that choose entries of the credit ledger, and their order. */
public class CreditFilter {

    private static final String POSTED = "posted";
    private static final String NEWEST = "newest";

    @RestQuery
    @Parameter(description = "who is credited")
    @Nullable
    String staffId;

    @RestQuery
    @Parameter(description = "id of a contract: what is credited for it")
    @Nullable
    String contractId;

    @RestQuery
    @Parameter(description = "posted (as it stands there, the default) or newest (the newest first)")
    @Nullable
    String order;

    /**
     * One more than {@code limit}, which says whether something follows.
     *
     * @throws ProblemException 400 for an order or a cursor that is none
     */
    CreditQuestion asked(@Nullable String cursor, int limit) {
        if (order != null && !order.equals(POSTED) && !order.equals(NEWEST)) {
            throw new ProblemException(Problem.badField("credit.invalid", "order", POSTED + " or " + NEWEST, order));
        }
        Long after = Cursor.read(cursor, (entryNo, none) -> Long.parseLong(entryNo));
        return new CreditQuestion(staffId, contractId, NEWEST.equals(order), after, limit + 1);
    }

    /** The same once more, as it stands in a link. */
    String asParameters() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("staffId", staffId);
        all.put("contractId", contractId);
        all.put("order", order);
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> "&" + entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}

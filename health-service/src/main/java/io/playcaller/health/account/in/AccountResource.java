package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.app.AccountViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Scores, why they moved, and what is open. */
@Path("/v1/accounts")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class AccountResource {

    private static final Set<String> GRADES = Set.of("A", "B", "C", "D", "E");

    private final AccountViews views;

    AccountResource(AccountViews views) {
        this.views = views;
    }

    /**
     * Accounts that have a score.
     *
     * @param sort {@code score} (worst first), {@code -score}, {@code arr} or {@code -arr}
     */
    @GET
    public Uni<Page<AccountSummary>> accounts(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String grade,
            @RestQuery @Nullable String segment) {
        String code = Questions.oneOf("sort", sort, AccountOrder.codes());
        AccountOrder order =
                code == null ? AccountOrder.WORST : AccountOrder.ofCode(code).orElseThrow();
        AccountFilter filter = new AccountFilter(order, Questions.oneOf("grade", grade, GRADES), blankToNull(segment));
        return views.accounts(filter, Questions.after(cursor), Questions.limit(limit));
    }

    /** The newest score with its measures and contributions, open signals, and the 30 newest changes. */
    @GET
    @Path("/{id}/health")
    public Uni<AccountHealthView> health(@RestPath String id) {
        return views.health(id)
                .map(found -> found.map(AccountHealthView::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound("account", id))));
    }

    /** All episodes of the account, newest first. */
    @GET
    @Path("/{id}/signals")
    public Uni<Page<SignalChanged>> signals(
            @RestPath String id, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return views.signals(id, false, Questions.afterEpisode(cursor), Questions.limit(limit));
    }

    /** Announced changes of the score, newest first; {@code from} is included, {@code to} is not. */
    @GET
    @Path("/{id}/history")
    public Uni<Page<PastChange>> history(
            @RestPath String id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        Period period = new Period(Questions.instant("from", from), Questions.instant("to", to));
        return views.history(id, period, Questions.after(cursor), Questions.limit(limit));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}

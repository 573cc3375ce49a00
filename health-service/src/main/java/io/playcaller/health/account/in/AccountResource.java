package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountPlace;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.AccountTotals;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.PastHealth;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.Seen;
import io.playcaller.health.account.app.AccountLists;
import io.playcaller.health.account.app.AccountViews;
import io.playcaller.health.account.app.PastViews;
import io.playcaller.health.models.app.ModelEngines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Scores, why they moved, and what is open. */
@Path("/v1/accounts")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class AccountResource {

    private final AccountLists lists;
    private final AccountViews views;
    private final PastViews pasts;
    private final ModelEngines engines;
    private final BusinessClock clock;

    AccountResource(
            AccountLists lists, AccountViews views, PastViews pasts, ModelEngines engines, BusinessClock clock) {
        this.lists = lists;
        this.views = views;
        this.pasts = pasts;
        this.engines = engines;
        this.clock = clock;
    }

    /**
     * Accounts, those without a score last. Those that are merged into another are left out, unless asked for.
     *
     * @param sort {@code score} (worst first), {@code -score}, {@code arr} or {@code -arr}
     * @param cursor of a page with the same sort; accounts that move meanwhile are where they are now
     */
    @GET
    public Uni<Page<AccountSummary>> accounts(
            @BeanParam AccountQuestion question,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String sort) {
        String code = Questions.oneOf("sort", sort, AccountOrder.codes());
        AccountOrder order =
                code == null ? AccountOrder.WORST : AccountOrder.ofCode(code).orElseThrow();
        AccountPlace after = Questions.place(cursor, order);
        int most = Questions.limit(limit);
        return filter(question)
                .chain(filter -> lists.page(filter, order, after, most, place -> Questions.cursor(place, order)));
    }

    /** Accounts and ARR, whole and by grade. What is merged into another is summed apart, whatever {@code merged} says. */
    @GET
    @Path("/totals")
    public Uni<AccountTotals> totals(@BeanParam AccountQuestion question) {
        return filter(question).chain(lists::totals);
    }

    /** Segments, tiers and stages are those of the model in force. */
    private Uni<AccountFilter> filter(AccountQuestion question) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return engines.modelInForce().map(model -> question.filter(model.profile(), today));
    }

    /**
     * The newest score with its measures and contributions, open signals, and the 30 newest changes. Without a score, why
     * there is none; of an account that is merged into another, where it went. With {@code asOf} or {@code knownAt} the score
     * as it was said then and the change that made it; history keeps no measures and no signals.
     *
     * @param asOf business time: the score as it was then, and apart from it what was learned about that time since
     * @param knownAt the log's time: the score as it was known then; beside {@code asOf} it bounds what was learned since
     */
    @GET
    @Path("/{id}/health")
    public Uni<AccountPageView> health(
            @RestPath String id, @RestQuery @Nullable String asOf, @RestQuery @Nullable String knownAt) {
        Seen seen = Questions.seen(asOf, knownAt);
        return seen.now()
                ? views.health(id).map(found -> found.map(AccountHealthView::of).orElseThrow(() -> unknown(id)))
                : pasts.past(id, seen).map(found -> past(found.orElseThrow(() -> unknown(id)), seen));
    }

    private static PastHealthView past(PastHealth past, Seen seen) {
        if (past.change() != null) {
            return PastHealthView.of(past, seen);
        }
        String why = past.begins() != null
                ? "history begins at " + past.begins() + ": ask for that time or later"
                : seen.knownAt() != null
                        ? "nothing was known by " + seen.knownAt() + ": ask for a later knownAt, or without"
                        : "there never was one";
        throw new ProblemException(
                Problem.of(404, "history.none", "No score then", "no score of " + past.accountId() + ": " + why));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.notFound("account", id));
    }

    /** All episodes of the account, newest first. */
    @GET
    @Path("/{id}/signals")
    public Uni<Page<SignalChanged>> signals(
            @RestPath String id, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return views.signals(id, false, Questions.afterEpisode(cursor), Questions.limit(limit));
    }

    /**
     * Announced changes of the score, newest announcement first.
     *
     * @param from business time, included
     * @param to business time, not included
     * @param asOf business time, included: what happened later is left out
     * @param knownAt the log's time, included: what was announced later is left out
     */
    @GET
    @Path("/{id}/history")
    public Uni<Page<PastChange>> history(
            @RestPath String id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String asOf,
            @RestQuery @Nullable String knownAt,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        Period period = Questions.period(from, to);
        Seen seen = Questions.seen(asOf, knownAt);
        return views.history(id, period, seen, Questions.after(cursor), Questions.limit(limit));
    }
}

package io.playcaller.health.account.out;

import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.Funnel;
import io.playcaller.health.account.app.Funnels;
import io.playcaller.health.engine.model.StageRules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** {@link Funnels} in PostgreSQL: one pass over the accounts. */
@ApplicationScoped
class PgFunnels implements Funnels {

    private final Pool pool;

    PgFunnels(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Funnel> of(AccountFilter filter, StageRules stages) {
        Conditions conditions = Conditions.of(filter).merged(filter.merged());
        String sql = """
                with clock as (select max(log_time) as reckoned_at from checkpoint),
                     waiting as (
                       select a.stage, a.waits_for, a.arr_currency, a.arr_minor, clock.reckoned_at,
                              greatest(0, extract(epoch from clock.reckoned_at - a.waits_since) / 86400)::float8 as days,
                              a.target_at <= clock.reckoned_at as beyond_target, a.stalls_at <= clock.reckoned_at as stalled
                         from account_state a, clock
                        where a.waits_since is not null %s)
                select stage, waits_for, arr_currency, grouping(arr_currency) = 1 as whole, max(reckoned_at) as reckoned_at,
                       count(*) as accounts, sum(arr_minor)::bigint as arr_minor,
                       percentile_cont(0.5) within group (order by days) as median,
                       percentile_cont(0.9) within group (order by days) as p90,
                       count(*) filter (where beyond_target) as beyond_target,
                       count(*) filter (where stalled) as stalled
                  from waiting
                 group by grouping sets ((stage, waits_for), (stage, waits_for, arr_currency))
                """.formatted(conditions.sql());
        return pool.preparedQuery(sql).execute(conditions.values()).map(rows -> {
            FunnelSoFar funnel = new FunnelSoFar(stages);
            rows.forEach(funnel::add);
            return funnel.funnel();
        });
    }
}

package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.ledger.AccountTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which risks were open on customers before a day: a risk of an account is one of every account that is merged with it. */
public final class RisksBefore {

    private final Map<String, List<RiskEpisode>> byCustomer = new TreeMap<>();
    private final AccountTree accounts;
    private final int days;

    private RisksBefore(AccountTree accounts, int days) {
        this.accounts = accounts;
        this.days = days;
    }

    /** Of {@code episodes}, as far back as the rule of saves looks. */
    public static RisksBefore of(Collection<RiskEpisode> episodes, AccountTree accounts, SaveRule rule) {
        RisksBefore risks = new RisksBefore(accounts, rule.days());
        episodes.forEach(episode -> risks.byCustomer
                .computeIfAbsent(accounts.account(episode.accountId()), customer -> new ArrayList<>())
                .add(episode));
        return risks;
    }

    /** The reasons for which the customer that an account is was at risk before {@code day}; empty where it was not. */
    public Set<Reason> of(String accountId, LocalDate day) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        byCustomer.getOrDefault(accounts.account(accountId), List.of()).stream()
                .filter(episode -> episode.within(day, days))
                .forEach(episode -> reasons.addAll(episode.risks()));
        return reasons;
    }
}

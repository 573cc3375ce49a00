package io.playcaller.forecast.engine.review;

import io.playcaller.contracts.reason.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which risks were open on accounts before a day. */
public final class RisksBefore {

    private final Map<String, List<RiskEpisode>> byAccount = new TreeMap<>();
    private final int days;

    private RisksBefore(int days) {
        this.days = days;
    }

    /** Of {@code episodes}, as far back as the rule of saves looks. */
    public static RisksBefore of(Collection<RiskEpisode> episodes, SaveRule rule) {
        RisksBefore risks = new RisksBefore(rule.days());
        episodes.forEach(episode -> risks.byAccount
                .computeIfAbsent(episode.accountId(), account -> new ArrayList<>())
                .add(episode));
        return risks;
    }

    /** The reasons for which an account was at risk before {@code day}; empty where it was not. */
    public Set<Reason> of(String accountId, LocalDate day) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        byAccount.getOrDefault(accountId, List.of()).stream()
                .filter(episode -> episode.within(day, days))
                .forEach(episode -> reasons.addAll(episode.risks()));
        return reasons;
    }
}

package io.playcaller.router.finding.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.delivery.slack.out.SlackConnector;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.finding.out.PgFindings;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Unmatched;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People who get work and whom a tool may not know, one finding a tool; not those whom Slack was asked for and knows. */
@ApplicationScoped
class UnmatchedPeople implements FindingSource {

    private static final String PREFIX = "unmatched/";

    private final CurrentRules rules;
    private final PgFindings store;

    UnmatchedPeople(CurrentRules rules, PgFindings store) {
        this.rules = rules;
        this.store = store;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return store.knownInSlack(tx).map(known -> of(Unmatched.in(rules.get().directory(), tx.now()), known));
    }

    /** @param knownInSlack staff ids that Slack has found by their e-mail address */
    static List<Finding> of(List<Unmatched> people, Set<String> knownInSlack) {
        Map<String, List<StaffMember>> byTool = people.stream()
                .filter(one -> !one.tool().equals(SlackConnector.NAME)
                        || !knownInSlack.contains(one.person().staffId()))
                .collect(Collectors.groupingBy(
                        Unmatched::tool, TreeMap::new, Collectors.mapping(Unmatched::person, Collectors.toList())));
        return byTool.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(String tool, List<StaffMember> people) {
        return new Finding(
                PREFIX + tool,
                Reason.DQ_PEOPLE_UNMATCHED,
                Reason.DQ_PEOPLE_UNMATCHED.severity(),
                people.stream().map(StaffMember::staffId).collect(Collectors.joining(" ")),
                "%d of our people have no id in %s, in which others have one: what is sent to them there may fail"
                        .formatted(people.size(), tool),
                people.stream()
                        .map(person -> "%s (%s)".formatted(person.name(), person.staffId()))
                        .toList());
    }
}

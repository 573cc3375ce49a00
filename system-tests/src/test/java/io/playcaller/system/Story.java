package io.playcaller.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What happens at the customers of a chapter: drawn from a seed, so that two chapters tell the same of customers with other
 * names. All of it is recent, and each trouble comes last.
 */
final class Story {

    private static final Duration SPAN = Duration.ofHours(15);
    private static final Duration LAST = Duration.ofMinutes(20);

    private final Random random;
    private final Instant end;
    private final List<Fact> facts = new ArrayList<>();

    private Story(long seed, Instant end) {
        this.random = new Random(seed);
        this.end = end;
    }

    /** So many facts, in the order in which they happened. */
    static List<Fact> of(List<Customer> customers, int size, long seed, Instant end) {
        Story story = new Story(seed, end);
        customers.forEach(story::relations);
        while (story.facts.size() < size) {
            story.use(customers.get(story.facts.size() % customers.size()));
        }
        story.facts.sort(Comparator.comparing(Fact::at));
        return List.copyOf(story.facts);
    }

    private void use(Customer customer) {
        String user = user(customer, random.nextInt(customer.users()));
        String feature = "feature-" + random.nextInt(1 + customer.number() % 5);
        facts.add(new Fact.Use(id(customer), customer.account(), user, feature, 1 + random.nextInt(3), sometime()));
    }

    private void relations(Customer customer) {
        String account = customer.account();
        String first = user(customer, 0);
        facts.add(new Fact.Answer(id(customer), account, first, "csat", 3 + random.nextInt(3), sometime()));
        facts.add(new Fact.Answer(id(customer), account, first, "csat", 3 + random.nextInt(3), sometime()));
        facts.add(new Fact.Answer(id(customer), account, first, "nps", 7 + random.nextInt(4), sometime()));
        Instant asked = sometime();
        facts.add(new Fact.Ticket(id(customer), account, account + "-t1", "sev3", asked, asked));
        facts.add(milestone(customer, "objective", random.nextInt(3) > 0));
        Trouble trouble = customer.trouble();
        facts.add(milestone(customer, "integration", trouble != Trouble.MILESTONE_MISSED));
        if (trouble == Trouble.DETRACTOR) {
            facts.add(new Fact.Answer(id(customer), account, first, "nps", 2, late()));
        }
        if (trouble == Trouble.SEVERE_TICKET) {
            Instant opened = end.minus(SPAN);
            facts.add(new Fact.Ticket(id(customer), account, account + "-t2", "sev1", opened, late()));
        }
    }

    private Fact milestone(Customer customer, String key, boolean reached) {
        Instant at = sometime();
        Instant due = key.equals("objective") ? end.plus(Duration.ofDays(30)) : at.plus(Duration.ofMinutes(1));
        return new Fact.Milestone(id(customer), customer.account(), key, due, reached ? at : null, at);
    }

    private String id(Customer customer) {
        return "%s/%d".formatted(customer.account(), facts.size());
    }

    private static String user(Customer customer, int number) {
        return customer.account() + "-user-" + number;
    }

    private Instant sometime() {
        return end.minus(SPAN).plusMillis(random.nextLong(SPAN.minus(LAST).toMillis()));
    }

    private Instant late() {
        return end.minus(LAST).plusMillis(random.nextLong(LAST.toMillis()));
    }
}

package io.playcaller.health.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.health.engine.fact.Answer;
import io.playcaller.health.engine.fact.Contact;
import io.playcaller.health.engine.fact.Engagement;
import io.playcaller.health.engine.fact.FactFold;
import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.KeyContacts;
import io.playcaller.health.engine.fact.Touches;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is kept a few of: of an account that has more of them in the course of time, but not at once, the same are kept
 * whatever the order and however often they are told. What is done goes first, so that what a late fact may speak of is there.
 */
class BoundedFactsTest {

    private static final int MANY = 60;
    private static final int LATE_HOURS = 24 * 10;

    private final FactsOf acme = FactsOf.account("acme");

    @Property(tries = 30)
    void milestonesAndObjectives(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            facts.add(acme.planned(Day.at(3 * i, 1), "m-" + i, Day.at(3 * i + 20, 9)));
            facts.add(acme.planned(Day.at(3 * i + 2, 1), "m-" + i, Day.at(3 * i + 25, 9)));
            facts.add(acme.reached(Day.at(3 * i + 8, 1), "m-" + i, Day.at(3 * i + 25, 9)));
            facts.add(acme.objective(Day.at(14 * i, 1), "o-" + i, Day.at(14 * i + 90, 1), null, null));
            facts.add(acme.objective(
                    Day.at(14 * i + 30, 1), "o-" + i, Day.at(14 * i + 90, 1), Day.at(14 * i + 30, 1), "person"));
        }

        assertThat(disordered(facts, seed).engagement()).isEqualTo(folded(facts).engagement());
    }

    @Property(tries = 30)
    void contractsContactsAndInvoices(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int day = 60 * i;
            facts.add(acme.contract(Day.at(day, 1), "c-" + i, Day.MONDAY.plusDays(day), 1_000_000, 10, 1));
            facts.add(acme.contract(Day.at(day + 90, 1), "c-" + i, Day.MONDAY.plusDays(day), 2_000_000, 20, 2));
            facts.add(acme.contact(Day.at(3 * i, 1), "p-" + i, ContactRole.USER, true, 1));
            facts.add(acme.contact(Day.at(3 * i + 20, 1), "p-" + i, ContactRole.ADMIN, true, 2));
            facts.add(acme.contact(Day.at(3 * i + 50, 1), "p-" + i, ContactRole.ADMIN, false, 3));
            facts.add(acme.invoice(Day.at(6 * i, 1), "i-" + i, Day.MONDAY.plusDays(6L * i + 14), null, 1));
            facts.add(acme.invoice(
                    Day.at(6 * i + 30, 1),
                    "i-" + i,
                    Day.MONDAY.plusDays(6L * i + 14),
                    Day.MONDAY.plusDays(6L * i + 30),
                    2));
        }

        assertThat(disordered(facts, seed).register()).isEqualTo(folded(facts).register());
    }

    @Property(tries = 30)
    void whoeverASignalMayBeAboutAmongManyUsers(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ContactRole role = i % 2 == 0 ? ContactRole.USER : ContactRole.UNKNOWN;
            facts.add(acme.contact(Day.at(i, 1), "user-" + i, role, true, 1));
        }
        List<ContactRole> roles =
                List.of(ContactRole.SPONSOR, ContactRole.CHAMPION, ContactRole.ADMIN, ContactRole.POWER_USER);
        for (int i = 0; i < 40; i++) {
            ContactRole role = roles.get(i % roles.size());
            facts.add(acme.contact(Day.at(i, 2), "key-" + i, ContactRole.USER, true, 1));
            facts.add(acme.contact(Day.at(i + 1, 2), "key-" + i, role, true, 2));
            if (i % 3 == 0) {
                facts.add(acme.contact(Day.at(i + 9, 2), "key-" + i, role, false, 3));
            }
        }
        facts.add(acme.contact(Day.at(MANY, 2), "key-1", ContactRole.USER, true, 4));

        Map<String, Version<Contact>> known = key(fold(shuffled(facts, seed)));
        assertThat(known).hasSize(40).isEqualTo(key(folded(facts)));
    }

    @Property(tries = 30)
    void ofEachContactTheLastTouches(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < 3 * MANY; i++) {
            int first = i;
            String[] ten = IntStream.range(0, 10)
                    .mapToObj(p -> "p-" + (first + 7 * p) % Touches.CONTACTS)
                    .toArray(String[]::new);
            facts.add(acme.met(Day.at(i, 1), ten));
        }

        Touches touches = fold(shuffled(facts, seed)).engagement().touches();
        assertThat(touches).isEqualTo(folded(facts).engagement().touches());
        assertThat(touches.met().byId()).hasSize(Touches.CONTACTS);
    }

    @Property(tries = 30)
    void whoAnsweredBadlyAmongManyWhoDidNot(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            facts.add(acme.npsOf("good-" + i, Day.at(i, 1), 9));
            facts.add(acme.npsOf("bad-" + i % 20, Day.at(i, 2), 3));
            facts.add(acme.csatOf("mixed-" + i % 30, Day.at(i, 3), 1 + i / 2 % 5));
        }
        Facts inOrder = folded(facts);
        Facts disordered = fold(shuffled(facts, seed));

        assertThat(detractors(disordered)).hasSize(20).isEqualTo(detractors(inOrder));
        assertThat(disordered.engagement().csat())
                .isEqualTo(inOrder.engagement().csat());
    }

    private static List<Answer> detractors(Facts facts) {
        return facts.engagement().nps().bad(Engagement.DETRACTOR, Long.MAX_VALUE);
    }

    private static List<Event<?>> shuffled(List<Event<?>> facts, long seed) {
        List<Event<?>> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static Map<String, Version<Contact>> key(Facts facts) {
        Map<String, Version<Contact>> key = new TreeMap<>();
        facts.register().contacts().byId().forEach((id, history) -> {
            if (KeyContacts.key(history)) {
                key.put(id, history.newest());
            }
        });
        return key;
    }

    @Property(tries = 30)
    void answersTouchesReopeningsAndWhatPeopleSay(@ForAll long seed) {
        List<Event<?>> facts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Instant at = Day.at(i, 1);
            facts.add(acme.nps(at, i % 11));
            facts.add(acme.csat(at, 1 + i % 5));
            facts.add(acme.met(at, "p-" + i % 9));
            facts.add(acme.reopened(at, "t-" + i % 7, Day.at(0, 1)));
            facts.add(acme.pulse(at, 1 + i % 5));
            facts.add(acme.override(at, i % 3 == 0 ? null : "nps", 1_000L * i, Day.at(i + 30, 1)));
            facts.add(acme.retracted(at, acme.csat(Day.at(i, 2), 1)));
        }
        Facts inOrder = folded(facts);
        Facts disordered = disordered(facts, seed);

        assertThat(disordered.engagement()).isEqualTo(inOrder.engagement());
        assertThat(disordered.judgement()).isEqualTo(inOrder.judgement());
        assertThat(disordered.corrections()).isEqualTo(inOrder.corrections());
    }

    /** Each comes up to ten days late, and half of them come again. */
    private static Facts disordered(List<Event<?>> facts, long seed) {
        Random random = new Random(seed);
        record Delivery(Instant at, Event<?> fact) {}
        List<Delivery> deliveries = new ArrayList<>();
        for (Event<?> fact : facts) {
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                Instant at = fact.envelope().time().plus(Duration.ofHours(random.nextInt(LATE_HOURS)));
                deliveries.add(new Delivery(at, fact));
            }
        }
        deliveries.sort(Comparator.comparing(Delivery::at));
        List<Event<?>> inTheirOrder = new ArrayList<>();
        deliveries.forEach(delivery -> inTheirOrder.add(delivery.fact()));
        return fold(inTheirOrder);
    }

    private static Facts folded(List<Event<?>> facts) {
        List<Event<?>> inOrder = new ArrayList<>(facts);
        inOrder.sort(Comparator.comparing(fact -> fact.envelope().time()));
        return fold(inOrder);
    }

    private static Facts fold(List<Event<?>> facts) {
        Facts folded = Facts.NONE;
        for (Event<?> fact : facts) {
            folded = FactFold.fold(folded, fact).facts();
        }
        return folded;
    }
}

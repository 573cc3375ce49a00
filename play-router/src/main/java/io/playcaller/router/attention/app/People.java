package io.playcaller.router.attention.app;

import io.playcaller.router.attention.Attention;
import io.playcaller.router.attention.AttentionPolicy;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.config.AttentionConfig;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.mail.out.MailConnector;
import io.playcaller.router.delivery.slack.out.SlackConnector;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffMember;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our people as those who tell them things see them: by which connectors, and when. */
@Singleton
public class People {

    /** A digest goes by the first of these that reaches its person. */
    private static final List<String> CONNECTORS = List.of(MailConnector.NAME, SlackConnector.NAME);

    private final CurrentRules rules;
    private final AttentionPolicy policy;
    private final List<String> configured;

    People(CurrentRules rules, AttentionConfig config, Connectors connectors) {
        this.rules = rules;
        this.policy =
                new AttentionPolicy(config.interruptions(), config.digestAt(), config.quietFrom(), config.quietUntil());
        this.configured = CONNECTORS.stream()
                .filter(name ->
                        connectors.named(name).filter(Connector::isConfigured).isPresent())
                .toList();
    }

    /** Whether anything reaches people at all. */
    public boolean areReached() {
        return !configured.isEmpty();
    }

    /** Somebody who is still here. */
    public Optional<StaffMember> person(String staffId, Instant now) {
        return rules.get().directory().person(staffId).filter(person -> !person.hasLeft(now));
    }

    /** Those who are still here and whom some connector may tell. */
    public Stream<StaffMember> reached(Instant now) {
        return rules.get().directory().people().stream()
                .filter(person -> !person.hasLeft(now) && digestBy(person).isPresent());
    }

    /** By which connector their digest goes; empty where none may tell them. */
    public Optional<String> digestBy(StaffMember person) {
        return configured.stream().filter(person::isToldBy).findFirst();
    }

    /** When they may be told something. Whoever is away is away, for however long. */
    public Attention attention(StaffMember person) {
        RouterRules current = rules.get();
        BusinessCalendar calendar = current.calendars()
                .of(person.calendar())
                .without(person.absences().stream()
                        .map(absence -> new DayRange(absence.from(), absence.until()))
                        .toList());
        return new Attention(policy, calendar);
    }
}

package io.playcaller.router.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Tasks in Salesforce. */
public interface SalesforceConfig {

    /** The organisation's own domain, such as {@code https://acme.my.salesforce.com}; without it Salesforce is not told. */
    Optional<URI> url();

    /** Of a connected app with the client credentials flow. */
    Optional<String> clientId();

    Optional<String> clientSecret();

    /** Id of the user as whom that app acts: what this user does does not come back. */
    Optional<String> userId();

    /** Signs callbacks; without it none are taken. */
    Optional<String> callbackSecret();

    @WithDefault("61.0")
    @Pattern(regexp = "\\d{2,3}\\.0")
    String apiVersion();

    /** A text field of Task, 36 characters, external id, unique, case-insensitive. */
    @WithDefault("Playcaller_Key__c")
    @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,39}")
    String keyField();

    Statuses status();

    Priorities priority();

    /** Hosts, or networks, that may be reached although they are not public. */
    Optional<List<String>> allow();

    /** How long all requests of one message may take. */
    @WithDefault("20s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 5)
    Duration timeout();

    /** How many messages are under way at once. */
    @WithDefault("4")
    @Min(1)
    @Max(25)
    int concurrency();

    /** How many messages a replica sends in a second; each is one or two requests of the organisation's daily allowance. */
    @WithDefault("10")
    @Min(1)
    @Max(1_000)
    int perSecond();

    /** What the picklist of the organisation calls the states of a task. */
    interface Statuses {

        @WithDefault("Not Started")
        String open();

        @WithDefault("In Progress")
        String started();

        @WithDefault("Completed")
        String done();

        /** Its reason went away. */
        @WithDefault("Completed")
        String dropped();
    }

    /** What the picklist of the organisation calls priorities. */
    interface Priorities {

        @WithDefault("Low")
        String low();

        @WithDefault("Normal")
        String medium();

        @WithDefault("High")
        String high();

        @WithDefault("High")
        String critical();
    }
}

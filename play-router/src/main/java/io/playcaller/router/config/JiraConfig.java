package io.playcaller.router.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Tasks as issues of a project in Jira Cloud. */
public interface JiraConfig {

    /** The site, such as {@code https://acme.atlassian.net}; without it Jira is not told. */
    Optional<URI> url();

    /** E-mail address of the account as which we act. */
    Optional<String> user();

    /** An API token of that account. */
    Optional<String> token();

    /** Id of that account: what it does does not come back. */
    Optional<String> accountId();

    /** Secret of the webhook in Jira that calls us; without it no callbacks are taken. */
    Optional<String> callbackSecret();

    /** Key of the project. */
    Optional<String> project();

    @WithDefault("Task")
    String issueType();

    /** Whether issues get a priority and a due date: a project may have these fields on no screen. */
    @WithDefault("true")
    boolean priorityAndDueDate();

    Priorities priority();

    /** Resolutions that say that the work did not succeed. */
    @WithDefault("Won't Do,Won't Fix,Declined,Cannot Reproduce")
    List<String> failedResolutions();

    /** Hosts, or networks, that may be reached although they are not public. */
    Optional<List<String>> allow();

    /** How long all requests of one message may take. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 5)
    Duration timeout();

    /** How many messages are under way at once. */
    @WithDefault("4")
    @Min(1)
    @Max(25)
    int concurrency();

    /** How many messages a replica sends in a second; each is one to five requests. */
    @WithDefault("5")
    @Min(1)
    @Max(1_000)
    int perSecond();

    /** Names of priorities. */
    interface Priorities {

        @WithDefault("Low")
        String low();

        @WithDefault("Medium")
        String medium();

        @WithDefault("High")
        String high();

        @WithDefault("Highest")
        String critical();
    }
}

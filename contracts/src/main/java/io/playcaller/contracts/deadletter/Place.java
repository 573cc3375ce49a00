package io.playcaller.contracts.deadletter;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where something could not be used. */
public enum Place {
    /** A door of usage-ingest over HTTP. */
    @JsonProperty("http")
    HTTP,
    /** A door of usage-ingest over Kafka. */
    @JsonProperty("kafka")
    KAFKA,
    /** The register of usage-ingest. */
    @JsonProperty("register")
    REGISTER,
    /** The fold of health-service. */
    @JsonProperty("health")
    HEALTH,
    @JsonProperty("router")
    ROUTER,
    @JsonProperty("forecast")
    FORECAST,
    /** A value of a newer writer. */
    @JsonEnumDefaultValue
    UNKNOWN
}

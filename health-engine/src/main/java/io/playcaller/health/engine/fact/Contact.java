package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.ContactRole;

/** A person of the customer, without their name. */
public record Contact(ContactRole role, boolean active) {}

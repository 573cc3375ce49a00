package io.playcaller.chassis.access;

import java.util.List;

/** The roles, for {@code @RolesAllowed}. None contains another: an endpoint lists all that may use it. */
public final class Roles {

    /** Reads scores, tasks and forecasts. */
    public static final String VIEWER = "viewer";
    /** Works tasks. */
    public static final String CSM = "csm";
    /** Leads a team: releases triage, reassigns, approves. */
    public static final String LEAD = "lead";
    /** CS Ops: configuration, register, dead letters. */
    public static final String OPS = "ops";
    /** Keys, users, sources. */
    public static final String ADMIN = "admin";
    /** Another service of the installation. */
    public static final String SERVICE = "service";

    /** All of them, in the order above. */
    public static final List<String> ALL = List.of(VIEWER, CSM, LEAD, OPS, ADMIN, SERVICE);

    private Roles() {}
}

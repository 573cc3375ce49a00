/** What is known of people of customers in PostgreSQL: their consent, and when they were written to. */
@NullMarked
package io.playcaller.router.digital.out;

import org.jspecify.annotations.NullMarked;

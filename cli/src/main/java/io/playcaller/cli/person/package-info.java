/** What is held about a person of the customer: read, and erased. */
@NullMarked
package io.playcaller.cli.person;

import org.jspecify.annotations.NullMarked;

/** Tests of the mail module that go through several of its packages. */
@NullMarked
package org.clubpost.mail;

import org.jspecify.annotations.NullMarked;

/**
 * The function behind the links of the confirmation mail: {@link org.clubpost.function.confirm.ConfirmHandler} confirms
 * a request or withdraws it.
 */
@NullMarked
package org.clubpost.function.confirm;

import org.jspecify.annotations.NullMarked;

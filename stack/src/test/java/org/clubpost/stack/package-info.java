/**
 * Holds {@code template.yaml} and {@code ses-rules/template.yaml} to the code that they run: {@link
 * org.clubpost.stack.LeastPrivilegeTest} compares what each role allows with what {@link org.clubpost.stack.Reach}
 * finds its function to call, {@link org.clubpost.stack.TemplateTest} checks what cfn-lint does not.
 */
@NullMarked
package org.clubpost.stack;

import org.jspecify.annotations.NullMarked;

/**
 * What CloudFormation cannot do by itself. CloudFormation calls {@link org.clubpost.function.setup.SetupHandler} when a
 * custom resource of {@code template.yaml} or {@code ses-rules/template.yaml} is made, changed or removed. The handler
 * has the {@link org.clubpost.aws.resource.Chore} of its type done, and tells CloudFormation how it went. The chores
 * are {@link org.clubpost.function.setup.KeepSecrets}, {@link org.clubpost.function.setup.FillSite} and {@link
 * org.clubpost.function.setup.ActivateRules}.
 */
@NullMarked
package org.clubpost.function.setup;

import org.jspecify.annotations.NullMarked;

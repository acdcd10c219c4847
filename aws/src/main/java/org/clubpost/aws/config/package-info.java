/**
 * What an installation is made of, as its functions learn it: names and addresses from the {@link
 * org.clubpost.aws.config.Environment}, keys from the {@link org.clubpost.aws.config.InstallationSecrets}, and the
 * {@link org.clubpost.aws.config.AwsClients} to AWS.
 */
@NullMarked
package org.clubpost.aws.config;

import org.jspecify.annotations.NullMarked;

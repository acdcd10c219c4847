/**
 * The way to an installation in AWS: {@link org.clubpost.cli.cloud.Cloud} has the credentials, the region and the
 * clients, {@link org.clubpost.cli.cloud.CloudStack} reads what a CloudFormation stack says of itself, and {@link
 * org.clubpost.cli.cloud.ListStacks} makes and removes the small stack that lets SES take in the mail of one list.
 * Nothing here is loaded before a command is told to work on a stack.
 */
@NullMarked
package org.clubpost.cli.cloud;

import org.jspecify.annotations.NullMarked;

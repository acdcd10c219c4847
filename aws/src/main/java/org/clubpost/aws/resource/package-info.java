/**
 * Custom resources of CloudFormation: what a template wants and CloudFormation cannot make by itself. {@link
 * org.clubpost.aws.resource.CustomResources} is the shape of a function behind them, {@link
 * org.clubpost.aws.resource.Chore} the work of one kind.
 */
@NullMarked
package org.clubpost.aws.resource;

import org.jspecify.annotations.NullMarked;

"""What signing up does of AWS, one PutItem and one SendEmail, with boto3: what the functions' start is compared with."""
import os
import time

import boto3

boto3.client("dynamodb", region_name=os.environ["AWS_REGION"]).put_item(
    TableName=os.environ["CLUBPOST_TABLE"],
    Item={"pk": {"S": "LIST#news"}, "sk": {"S": "SUB#0"}, "state": {"S": "pending"}},
    ConditionExpression="attribute_not_exists(nothing)",
)
boto3.client("sesv2", region_name=os.environ["AWS_REGION"]).send_email(
    FromEmailAddress="news-bounces@lists.example.org",
    Destination={"ToAddresses": ["anna@club.example"]},
    Content={"Raw": {"Data": b"From: news@lists.example.org\r\nTo: anna@club.example\r\nSubject: Please confirm\r\n\r\nhttps://join.example.org/\r\n"}},
)
print(time.process_time() * 1000)
